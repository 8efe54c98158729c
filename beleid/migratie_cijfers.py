"""SQL of the figures: taking old states away, which the application role may only add and read."""

# SECURITY DEFINER: the application role may not delete states itself. It names a day, never a row, none of the past 31
# days, and the last state of the school always stays.
RUIM_CIJFERS = """
    CREATE OR REPLACE FUNCTION zorgapp_ruim_cijfers(grens date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    DECLARE
        hier bigint := nullif(current_setting('zorgapp.school', true), '')::bigint;
        weg bigint[];
    BEGIN
        IF grens > current_date - 31 THEN
            RAISE EXCEPTION 'cijfers: de bewaartermijn is nog niet voorbij';
        END IF;
        SELECT array_agg(s.id) INTO weg
        FROM beleid_cijferstand s
        WHERE s.school_id = hier AND s.dag < grens
              AND EXISTS (SELECT 1 FROM beleid_cijferstand n WHERE n.school_id = hier AND n.dag > s.dag);
        DELETE FROM beleid_cijferblok WHERE school_id = hier AND stand_id = ANY (weg);
        DELETE FROM beleid_cijferstand WHERE school_id = hier AND id = ANY (weg);
        RETURN coalesce(array_length(weg, 1), 0);
    END
    $$
    """
