"""An event of a transaction is never changed or removed; a correction is another event."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION payments_event_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an event of a transaction is neither changed nor removed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER payments_event_stands BEFORE UPDATE OR DELETE ON payments_transactionevent
    FOR EACH ROW EXECUTE FUNCTION payments_event_stands();
"""
BACKWARD = """
DROP TRIGGER payments_event_stands ON payments_transactionevent;
DROP FUNCTION payments_event_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_bank_deposits")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
