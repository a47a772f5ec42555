"""The trail of a purchase is only ever added to: the database itself refuses changes."""

from django.db import migrations

TABLES = ("procurement_requestevent",)
FORWARD = "".join(
    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION core_refuse_change();"
    for table in TABLES
)
BACKWARD = "".join(f"DROP TRIGGER {table}_append_only ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_append_only_audit_log"), ("procurement", "0003_requests")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
