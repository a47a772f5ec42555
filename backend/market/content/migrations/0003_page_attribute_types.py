from django.db import migrations

OF_PAGES_ALONE = """
    attribute.id IN (SELECT attribute_id FROM content_pagetypeattribute)
    AND attribute.id NOT IN (SELECT attribute_id FROM catalog_producttype_product_attributes)
    AND attribute.id NOT IN (SELECT attribute_id FROM catalog_producttype_variant_attributes)
"""


class Migration(migrations.Migration):
    """Attributes that only pages have become attributes of pages. There are a handful of them, so no batches are needed."""

    dependencies = [
        ("content", "0002_pages_and_menus"),
        ("catalog", "0006_structure"),
    ]

    operations = [
        migrations.RunSQL(
            f"UPDATE catalog_attribute attribute SET type = 'page-type' WHERE {OF_PAGES_ALONE}",  # noqa: S608
            f"UPDATE catalog_attribute attribute SET type = 'product-type' WHERE {OF_PAGES_ALONE}",  # noqa: S608
        ),
    ]
