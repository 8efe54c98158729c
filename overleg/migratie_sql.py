"""SQL of this floor: ending a conversation of the coachlijn, whose messages the application role may only add and read."""

# SECURITY DEFINER: the application role may not delete messages itself. It names a moment, never a row, and none of the
# past ten months: nobody can use it to make something of this year go away.
RUIM_COACHLIJN = """
    CREATE OR REPLACE FUNCTION zorgapp_ruim_coachlijn(grens timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    DECLARE
        hier bigint := nullif(current_setting('zorgapp.school', true), '')::bigint;
        weg bigint[];
    BEGIN
        IF grens > now() - interval '300 days' THEN
            RAISE EXCEPTION 'coachlijn: de bewaartermijn is nog niet voorbij';
        END IF;
        SELECT array_agg(v.id) INTO weg
        FROM overleg_coachvraag v
        WHERE v.school_id = hier AND coalesce(
            v.klaar_op, (SELECT max(b.op) FROM overleg_coachbericht b WHERE b.vraag_id = v.id), v.gesteld_op
        ) < grens;
        DELETE FROM overleg_coachbericht WHERE school_id = hier AND vraag_id = ANY (weg);
        DELETE FROM overleg_coachvraag WHERE school_id = hier AND id = ANY (weg);
        RETURN coalesce(array_length(weg, 1), 0);
    END
    $$
    """
