"""Purchase requests, approval lines and purchase orders."""

from contract.permission_rows.access import AGENCY_MEMBER, MEMBER, Access

QUERIES: dict[str, Access] = {
    "purchaseRequest": (AGENCY_MEMBER,),
    "purchaseRequests": (AGENCY_MEMBER,),
    "purchaseRequestPreview": (AGENCY_MEMBER,),
    "approvalTemplates": (AGENCY_MEMBER,),
    "purchaseOrder": (AGENCY_MEMBER,),
    "purchaseOrders": (AGENCY_MEMBER,),
    "purchaseOrderCancelPreview": (AGENCY_MEMBER,),
    "vendorPurchaseOrders": (MEMBER,),
    "vendorPurchaseOrder": (MEMBER,),
}
MUTATIONS: dict[str, Access] = {
    "approvalTemplateCreate": (AGENCY_MEMBER,),
    "approvalTemplateUpdate": (AGENCY_MEMBER,),
    "approvalTemplateDelete": (AGENCY_MEMBER,),
    "purchaseRequestCreate": (AGENCY_MEMBER,),
    "purchaseRequestUpdate": (AGENCY_MEMBER,),
    "purchaseRequestSubmit": (AGENCY_MEMBER,),
    "purchaseRequestResubmit": (AGENCY_MEMBER,),
    "purchaseRequestWithdraw": (AGENCY_MEMBER,),
    "purchaseRequestDelete": (AGENCY_MEMBER,),
    "purchaseRequestDecide": (AGENCY_MEMBER,),
    "purchaseOrderCancel": (AGENCY_MEMBER,),
    "purchaseOrderChangeDecide": (AGENCY_MEMBER,),
    "vendorPurchaseOrderAccept": (MEMBER,),
    "vendorPurchaseOrderProposeChange": (MEMBER,),
}
