"""The addresses of the mailbox, below /mailbox/."""

from django.urls import path

from market.notifications.views import mailbox, mailbox_html, mailbox_json, mailbox_mail

urlpatterns = [
    path("", mailbox, name="mailbox"),
    path("messages.json", mailbox_json, name="mailbox-json"),
    path("<slug:mail_id>/", mailbox_mail, name="mailbox-mail"),
    path("<slug:mail_id>/html/", mailbox_html, name="mailbox-html"),
]
