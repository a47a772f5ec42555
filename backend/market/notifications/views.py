"""The mailbox of a development market: every mail it would have sent, for people and for programs. Production has no such page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from market.notifications.gateways.mailbox import StoredMail, stored_mail, stored_mails

# A mail is shown as a stranger's page: no script, no form, nothing from elsewhere but our own pictures; its links open anew.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
VIEWS = ("html", "phone", "text", "headers")

View = Callable[..., HttpResponse]


def _for_development(view: View) -> View:
    """404 unless this market shows its mailbox; never stored by anybody."""

    @require_safe
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.MAILBOX_SHOWN:
            raise Http404
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)
        return response

    return guarded


@_for_development
def mailbox(request: HttpRequest) -> HttpResponse:
    """All mails, newest first; ``?to=`` chooses a recipient."""
    to = request.GET.get("to", "")
    return HttpResponse(render_to_string("notifications/mailbox/list.html", {"mails": stored_mails(to), "to": to}))


@_for_development
def mailbox_mail(request: HttpRequest, mail_id: str) -> HttpResponse:
    """One mail: as HTML (wide, or as on a phone), as text, or its headers."""
    shown = request.GET.get("as", "html")
    context = {"mail": _found(mail_id), "shown": shown if shown in VIEWS else "html", "sandbox": SANDBOX}
    return HttpResponse(render_to_string("notifications/mailbox/mail.html", context))


@_for_development
def mailbox_html(request: HttpRequest, mail_id: str) -> HttpResponse:
    """The HTML of one mail as it is, for the frame on its page."""
    html = _found(mail_id).html.replace("<head>", '<head><base target="_blank">', 1)
    response = HttpResponse(html)
    response["Content-Security-Policy"] = (
        f"sandbox {SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src {settings.PUBLIC_API_URL} 'self'; "
        "form-action 'none'; frame-ancestors 'self'"
    )
    return response


@_for_development
def mailbox_json(request: HttpRequest) -> HttpResponse:
    """The same list for programs: ``{"messages": [{id, kind, to, subject, at, text, html, links}]}``, newest first."""
    mails = stored_mails(request.GET.get("to", ""))
    return JsonResponse({"messages": [_plain(mail) for mail in mails]}, json_dumps_params={"ensure_ascii": False})


def _found(mail_id: str) -> StoredMail:
    mail = stored_mail(mail_id)
    if mail is None:
        raise Http404
    return mail


def _plain(mail: StoredMail) -> dict[str, object]:
    return {
        "id": mail.id,
        "kind": mail.kind,
        "to": mail.to,
        "subject": mail.subject,
        "at": mail.at.isoformat() if mail.at else None,
        "text": mail.text,
        "html": mail.html,
        "links": list(mail.links),
    }
