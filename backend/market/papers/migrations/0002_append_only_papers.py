"""Issued papers and who read them are only ever added to: the database itself refuses changes."""

from django.db import migrations

TABLES = ("papers_paper", "papers_paperreading")
FORWARD = "".join(
    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION core_refuse_change();"
    for table in TABLES
)
BACKWARD = "".join(f"DROP TRIGGER {table}_append_only ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_append_only_audit_log"), ("papers", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
