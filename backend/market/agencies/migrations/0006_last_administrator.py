from django.db import migrations

# Looked at when the transaction ends, so that abilities may be handed over within it. The lock on the agency makes two transactions that
# each take away one of the last two administrators wait for each other; the second then sees what the first did. The error code is that
# of a serialization failure: whoever repeats the request is told in words that this is the last administrator.
GUARD = """
CREATE FUNCTION agencies_keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.is_active AND 'administer' = ANY(NEW.abilities) AND NEW.agency_id = OLD.agency_id THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM agencies_agency WHERE id = OLD.agency_id AND is_active FOR UPDATE;
    IF FOUND AND NOT EXISTS (
        SELECT 1 FROM agencies_agencymember WHERE agency_id = OLD.agency_id AND is_active AND 'administer' = ANY(abilities)
    ) THEN
        RAISE EXCEPTION 'agency % would be left without an administrator', OLD.agency_id USING ERRCODE = '40001';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER agency_keeps_an_administrator AFTER DELETE OR UPDATE ON agencies_agencymember
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_active AND 'administer' = ANY(OLD.abilities))
    EXECUTE FUNCTION agencies_keep_an_administrator();
"""
NO_GUARD = """
DROP TRIGGER agency_keeps_an_administrator ON agencies_agencymember;
DROP FUNCTION agencies_keep_an_administrator();
"""


class Migration(migrations.Migration):
    """An agency that has an administrator keeps one, whoever leaves by whichever way."""

    dependencies = [("agencies", "0005_registration_and_invitations")]

    operations = [migrations.RunSQL(GUARD, NO_GUARD)]
