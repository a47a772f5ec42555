from django.db import migrations

# Looked at when the transaction ends, so that roles may be handed over within it. The lock on the enterprise makes two transactions
# that each take away one of the last two owners wait for each other; the second then sees what the first did. The error code is that of a
# serialization failure: whoever repeats the request is told in words that this is the last owner.
GUARD = """
CREATE FUNCTION vendors_keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.role = 'owner' AND NEW.vendor_id = OLD.vendor_id THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM vendors_vendor WHERE id = OLD.vendor_id FOR UPDATE;
    IF FOUND AND NOT EXISTS (SELECT 1 FROM vendors_vendormember WHERE vendor_id = OLD.vendor_id AND role = 'owner') THEN
        RAISE EXCEPTION 'enterprise % would be left without an owner', OLD.vendor_id USING ERRCODE = '40001';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER vendor_keeps_an_owner AFTER DELETE OR UPDATE ON vendors_vendormember
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION vendors_keep_an_owner();
"""
NO_GUARD = """
DROP TRIGGER vendor_keeps_an_owner ON vendors_vendormember;
DROP FUNCTION vendors_keep_an_owner();
"""


class Migration(migrations.Migration):
    """An enterprise that has an owner keeps one, whoever leaves by whichever way."""

    dependencies = [("vendors", "0006_team")]

    operations = [migrations.RunSQL(GUARD, NO_GUARD)]
