"""The addresses of the API service."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from market.api.agency_papers import agency_paper
from market.api.health import health
from market.api.issued_papers import issued_paper, issued_papers
from market.api.key_set import key_set
from market.api.order_papers import vendor_order_papers_pdf
from market.api.papers import paper
from market.api.purchase_folder import purchase_folder
from market.api.quote_files import quote_file
from market.api.thumbnails import artwork_thumbnail, media_thumbnail, picture_thumbnail
from market.api.views import graphql_view
from market.api.workbooks import budgets_workbook, listings_workbook
from market.insight.views import counts as insight_counts
from market.payments.views import provider_webhook

urlpatterns: list[URLPattern | URLResolver] = [
    path("graphql/", graphql_view, name="graphql"),
    path("health/", health, name="health"),
    path("workbooks/listings.xlsx", listings_workbook, name="listings-workbook"),
    path("workbooks/budgets.xlsx", budgets_workbook, name="budgets-workbook"),
    path("insight/counts/", insight_counts, name="insight-counts"),
    path("webhooks/<slug:provider>/", provider_webhook, name="provider-webhook"),
    path("documents/<uuid:document_id>/", paper, name="paper"),
    path("agency-papers/<uuid:application_id>/", agency_paper, name="agency-paper"),
    path("papers/<uuid:paper_id>/", issued_paper, name="issued-paper"),
    path("papers/issued.pdf", issued_papers, name="issued-papers"),
    path("quote-files/<uuid:attachment_id>/", quote_file, name="quote-file"),
    path("papers/vendor-orders.pdf", vendor_order_papers_pdf, name="vendor-order-papers"),
    path("procurement/requests/<uuid:request_id>/folder.zip", purchase_folder, name="purchase-folder"),
    path(".well-known/jwks.json", key_set, name="key-set"),
    path("thumbnail/media/<int:media_id>/<int:size>/<str:fmt>/", media_thumbnail, name="media-thumbnail"),
    path(
        "thumbnail/picture/<slug:shelf>/<str:name>/<int:size>/<str:fmt>/", picture_thumbnail, name="picture-thumbnail"
    ),
    path(
        "thumbnail/art/<slug:motif>/<slug:palette>/<int:variation>/<int:size>/<str:fmt>/", artwork_thumbnail, name="art"
    ),
]

if settings.MAILBOX_SHOWN:
    urlpatterns.append(path("mailbox/", include("market.notifications.urls")))
