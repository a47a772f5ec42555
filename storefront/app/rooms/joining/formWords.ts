import { defineMessages } from "~/lib/i18n/index.ts";

/** The form of an application, and the page of one that was sent. */
export const formWords = defineMessages({
  ko: {
    title: "입점 신청서", steps: "신청 단계", back: "입점 안내로", previous: "이전 단계", next: "저장하고 다음", later: "저장하고 나중에 하기", busy: "저장하는 중…", errorTitle: "오류: ", required: "필수", optional: "선택", savedAt: "단추를 누르면 이 단계에 적은 내용이 저장돼요.",
    points: "고쳐 달라고 한 곳", point: (reason: string) => `고칠 점: ${reason}`, pointsBody: "아래에 표시된 곳만 고쳐서 다시 보내 주세요. 나머지는 그대로 있어요.",
    leads: {
      business: "사업자등록증을 보면서 적어 주세요. 국세청에 지금 영업 중인지 물어봐요.", about: "이웃들이 읽게 될 내용이에요. 연락처와 주소는 주문하기 전에 보여요(전자상거래법 제20조).", papers: "사진이나 PDF로 올려 주세요. 심사 담당자와 우리 기업 사람만 볼 수 있어요.", account: "판매 대금을 받을 계좌예요. 번호는 암호로 바꿔 보관하고, 화면에는 끝 네 자리만 보여요.", send: "한 번 더 살펴보고 보내 주세요. 보낸 뒤에는 심사가 끝날 때까지 고칠 수 없어요.",
    },
    hints: {
      businessNumber: "숫자 열 자리. 예: 123-45-67890", legalName: "등록증에 적힌 이름 그대로", openedOn: "등록증의 개업 연월일", mailOrderNumber: "예: 제2024-서울구로-0123호", mailOrderExemption: "신고 대상이 아니라면 이유를 적어 주세요. 예: 간이과세자", name: "손님이 보게 될 이름이에요. 상호와 달라도 돼요.", kind: "인증서를 확인한 뒤에 표시돼요.",
      introduction: "누가, 어디서, 무엇을 만드는지 두세 문장이면 좋아요. ‘사회적기업’ 같은 이름은 인증 확인 뒤에 쓸 수 있어요.", phone: "예: 02-000-0000, 010-0000-0000", email: "손님 문의를 받을 주소", postalCode: "숫자 다섯 자리", address: "도로명 주소와 상세 주소", accountNumber: "숫자 10~16자리", accountHolder: "상호나 대표자 이름",
      accountKept: (digits: string) => `지금은 ••••${digits} 계좌예요. 바꿀 때만 새로 적어 주세요.`, holderKept: (holder: string) => `지금은 ${holder}. 바꿀 때만 새로 적어 주세요.`,
    },
    choose: "골라 주세요", mailOrder: "통신판매업 신고", mailOrderLead: "둘 중 하나만 적으면 돼요.", contact: "연락처와 주소",
    papers: {
      BUSINESS_REGISTRATION: "모든 글자가 보이게 찍어 주세요.", BANKBOOK_COPY: "은행, 계좌번호, 예금주가 보이는 면이에요.", CERTIFICATE: "인증서나 확인서. 있으면 승인 뒤에 확인하고 표시해 드려요.", MAIL_ORDER_REGISTRATION: "신고번호를 적었다면 함께 올려 주세요.", EVIDENCE: "더 보여 주고 싶은 서류가 있다면 올려 주세요.",
    },
    file: (paper: string) => `${paper} 파일`, upload: "올리기", uploading: "올리는 중…", remove: "지우기", removeOf: (name: string) => `${name} 지우기`, noFile: "파일을 먼저 골라 주세요.", tooLarge: "파일은 10MB까지 올릴 수 있어요.", certFacts: "인증서에 적힌 내용", certFactsLead: "인증서를 올렸다면 적어 주세요.", noEnd: "끝나는 날이 없으면 비워 두세요.", removed: "파일을 지웠어요.", added: "파일을 올렸어요.",
    missingHead: (count: number) => `보내기 전에 ${count}곳을 채워 주세요`, goMend: "채우러 가기", edit: (step: string) => `${step} 고치기`, editShort: "고치기", nothing: "비어 있음", afterHead: "보내면 이렇게 돼요", after: ["국세청에 영업 상태를 한 번 더 확인해요.", "이음 심사 담당자가 서류를 살펴봐요. 영업일 5일 안에 메일로 알려 드려요.", "고칠 곳이 있으면 어디를 고칠지 알려 드려요. 적은 내용은 그대로 남아 있어요."],
    agree: "이음의 판매자 이용약관과, 심사와 판매를 위해 위 정보를 처리하고 판매자 정보를 손님에게 보여 주는 데 동의해요.", terms: "이용약관", privacy: "개인정보 처리방침", send: "신청 보내기", sendAgain: "고쳐서 다시 보내기", sending: "보내는 중…", needAgree: "보내려면 동의해 주세요.",
    badDay: "날짜를 다시 확인해 주세요. 예: 2024-05-02", stateClosed: "국세청에 폐업으로 나오는 번호예요. 번호를 다시 확인해 주세요.", stateUnregistered: "국세청에 등록되지 않은 번호예요. 번호를 다시 확인해 주세요.",
    stateOk: "영업 중인 번호예요.", stateSuspended: "국세청에 휴업으로 나와요. 신청은 할 수 있지만 다시 문을 연 뒤에 승인돼요.", stateUnknown: "지금은 국세청에서 상태를 확인하지 못했어요. 그대로 진행해도 돼요. 나중에 다시 물어볼게요.", mismatch: "그대로 보내도 되지만, 다르면 보완 요청을 받을 수 있어요.",
    withdraw: "신청 취소하기", withdrawHead: "이 신청을 취소할까요?", withdrawBody: "취소하면 되돌릴 수 없어요. 적어 둔 계좌번호는 바로 지워요. 필요하면 새로 신청할 수 있어요.", withdrawDo: "네, 취소할게요",
  },
  en: {
    title: "Application to sell", steps: "Steps of the application", back: "About selling here", previous: "Step before", next: "Save and go on", later: "Save for later", busy: "Saving…", errorTitle: "Error: ", required: "required", optional: "optional", savedAt: "The buttons save what you wrote in this step.",
    points: "What to mend", point: (reason) => `To mend: ${reason}`, pointsBody: "Change only what is marked below and send it again. Everything else is still there.",
    leads: {
      business: "Have your registration paper at hand. We ask the tax service whether the business is open.", about: "This is what your neighbours will read. Contact and address are shown before an order (e-commerce act §20).", papers: "As photographs or PDF. Only reviewers and your own people can see them.", account: "Where you want to be paid. The number is kept encrypted; only its last four digits are ever shown.", send: "Look once more, then send it. After that it cannot be changed until the review is done.",
    },
    hints: {
      businessNumber: "Ten digits, e.g. 123-45-67890", legalName: "Exactly as on the paper", openedOn: "As on the paper", mailOrderNumber: "e.g. 제2024-서울구로-0123호", mailOrderExemption: "If you need none, say why, e.g. simplified taxpayer", name: "What shoppers will read. It may differ from the registered name.", kind: "Shown once the certificate has been checked.",
      introduction: "Who makes what, and where: two or three sentences. Names like ‘social enterprise’ may be used once the certificate is checked.", phone: "e.g. 02-000-0000, 010-0000-0000", email: "For questions of shoppers", postalCode: "Five digits", address: "Road name address with details", accountNumber: "10 to 16 digits", accountHolder: "The registered name, or the representative",
      accountKept: (digits) => `It is ••••${digits} now. Write a new one only to change it.`, holderKept: (holder) => `It is ${holder} now. Write a new one only to change it.`,
    },
    choose: "Please choose", mailOrder: "Mail-order registration", mailOrderLead: "One of the two will do.", contact: "Contact and address",
    papers: {
      BUSINESS_REGISTRATION: "Every letter should be readable.", BANKBOOK_COPY: "The page with bank, account number and holder.", CERTIFICATE: "A certificate, if you have one. It is checked and shown after approval.", MAIL_ORDER_REGISTRATION: "If you gave a registration number.", EVIDENCE: "Anything else you want to show.",
    },
    file: (paper) => `File: ${paper}`, upload: "Upload", uploading: "Uploading…", remove: "Remove", removeOf: (name) => `Remove ${name}`, noFile: "Please choose a file first.", tooLarge: "A file may have 10 MB at most.", certFacts: "What the certificate says", certFactsLead: "If you uploaded a certificate.", noEnd: "Leave it empty if there is no end.", removed: "The file is removed.", added: "The file is uploaded.",
    missingHead: (count) => (count === 1 ? "One thing is missing" : `${count} things are missing`), goMend: "Fill it in", edit: (step) => `Change ${step}`, editShort: "Change", nothing: "empty", afterHead: "What happens next", after: ["We ask the tax service once more whether the business is open.", "A reviewer looks at your papers and writes to you within five working days.", "If something needs mending, you hear what. All you wrote stays."],
    agree: "I agree to Ieum's terms for sellers, and to these facts being used for the review and for selling, and shown to shoppers as the law asks.", terms: "Terms", privacy: "Privacy policy", send: "Send the application", sendAgain: "Send it again", sending: "Sending…", needAgree: "Please agree before you send it.",
    badDay: "Please check the date, e.g. 2024-05-02", stateClosed: "The tax service says that this business is closed. Please check the number.", stateUnregistered: "The tax service does not know this number. Please check it.",
    stateOk: "This business is open.", stateSuspended: "The tax service says it is suspended. You can apply, and will be approved once it has reopened.", stateUnknown: "The tax service cannot be asked just now. You can go on; we ask again later.", mismatch: "You can send it like this, but may be asked to mend it.",
    withdraw: "Withdraw the application", withdrawHead: "Withdraw this application?", withdrawBody: "This cannot be undone. The account number is forgotten at once. You can apply anew whenever you like.", withdrawDo: "Yes, withdraw it",
  },
});

export const standingWords = defineMessages({
  ko: {
    SUBMITTED: ["심사하고 있어요.", "영업일 5일 안에 메일로 알려 드려요. 그동안 더 하실 일은 없어요."],
    APPROVED: ["승인됐어요. 환영해요!", "이제 입점센터에서 상품을 올리고 주문을 받을 수 있어요."],
    DECLINED: ["이번에는 함께하지 못해요.", "이유를 확인하고, 사정이 달라지면 다시 신청해 주세요."],
    WITHDRAWN: ["취소한 신청이에요.", "필요하면 새로 신청할 수 있어요."],
    said: "심사 담당자의 말", history: "지금까지", facts: "보낸 내용", todo: "다음에 할 일",
    todos: [["배송 조건 확인하기", "배송비와 발송일을 우리 기업에 맞게 정해요.", "/vendor/profile"], ["첫 상품 올리기", "사진과 상품 정보를 적으면 심사를 거쳐 판매돼요.", "/vendor/products/new"], ["함께 일하는 사람 초대하기", "관리자나 담당자를 초대할 수 있어요.", "/vendor/members"]] as readonly (readonly [string, string, string])[],
    toCentre: "입점센터 열기", again: "새로 신청하기", mailTo: (email: string) => `소식은 ${email}로 보내 드려요.`,
    steps: { DRAFT: "신청서를 쓰기 시작했어요", SUBMITTED: "신청서를 보냈어요", RETURNED: "고칠 곳을 알려 드렸어요", APPROVED: "승인됐어요", DECLINED: "승인하지 못했어요", WITHDRAWN: "신청을 취소했어요" },
  },
  en: {
    SUBMITTED: ["We are looking at it.", "We write to you within five working days. There is nothing to do until then."],
    APPROVED: ["Approved. Welcome!", "You can list goods and take orders in the vendor centre now."],
    DECLINED: ["Not this time.", "Please read why, and apply again when things have changed."],
    WITHDRAWN: ["Withdrawn.", "You can apply anew whenever you like."],
    said: "From the reviewer", history: "So far", facts: "What you sent", todo: "What to do next",
    todos: [["Look at your delivery terms", "Set charges and days to suit you.", "/vendor/profile"], ["List your first product", "With pictures and product facts; it is reviewed before it is sold.", "/vendor/products/new"], ["Invite your people", "Managers and clerks.", "/vendor/members"]],
    toCentre: "Open the vendor centre", again: "Apply anew", mailTo: (email) => `We write to ${email}.`,
    steps: { DRAFT: "You began the application", SUBMITTED: "You sent the application", RETURNED: "We asked you to mend something", APPROVED: "Approved", DECLINED: "Not approved", WITHDRAWN: "You withdrew the application" },
  },
});
