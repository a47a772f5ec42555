"""History of proposals is only ever added to; which notices describe the goods of a category, and which of their facts are safety marks."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER catalog_proposalstep_append_only BEFORE UPDATE OR DELETE ON catalog_proposalstep
    FOR EACH ROW EXECUTE FUNCTION core_refuse_change();
INSERT INTO catalog_noticetype_categories (noticetype_id, category_id)
    SELECT DISTINCT notice_type_id, category_id FROM catalog_product WHERE notice_type_id IS NOT NULL AND category_id IS NOT NULL
    ON CONFLICT DO NOTHING;
UPDATE catalog_noticetype SET fields = (
    SELECT jsonb_agg(CASE WHEN field ->> 'label' LIKE 'KC %' THEN field || '{"kind": "kc"}' ELSE field END ORDER BY place)
    FROM jsonb_array_elements(fields) WITH ORDINALITY AS each (field, place)
) WHERE jsonb_typeof(fields) = 'array' AND jsonb_array_length(fields) > 0;
"""
BACKWARD = "DROP TRIGGER catalog_proposalstep_append_only ON catalog_proposalstep"


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0007_goods_and_proposals"),
        ("core", "0002_append_only_audit_log"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
