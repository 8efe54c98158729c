"""SQL for finding a pupil by name under row-level security.

LIKE and trigram operators are not leakproof, so under a policy they cannot use an index. This function runs as the
owner, filters on the school of the transaction itself, and returns ids that must still pass `zichtbaar_voor`.
"""

ZOEKFUNCTIE = """
    CREATE OR REPLACE FUNCTION zorgapp_zoek_leerling(vraag text, hoeveel int, binnen bigint[] DEFAULT NULL)
    RETURNS TABLE (leerling_id bigint, score real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.45
    SET plan_cache_mode = force_custom_plan
    AS $$
    DECLARE
        hier bigint := nullif(current_setting('zorgapp.school', true), '')::bigint;
        kaal text := zorgapp_kaal(trim(vraag));
        patroon text := '%' || replace(replace(replace(kaal, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
    BEGIN
        RETURN QUERY
            SELECT l.id, (2 + (l.zoeknaam LIKE substr(patroon, 2))::int)::real
            FROM leerlingen_leerling l
            WHERE l.school_id = hier AND l.zoeknaam LIKE patroon AND l.uitgeschreven_op IS NULL
              AND (binnen IS NULL OR l.id = ANY (binnen))
            ORDER BY 2 DESC, l.sorteernaam, l.id
            LIMIT hoeveel;
        IF NOT FOUND AND length(kaal) >= 4 THEN
            RETURN QUERY
                SELECT l.id, word_similarity(kaal, l.zoeknaam)
                FROM leerlingen_leerling l
                WHERE l.school_id = hier AND kaal <% l.zoeknaam AND l.uitgeschreven_op IS NULL
                  AND (binnen IS NULL OR l.id = ANY (binnen))
                ORDER BY 2 DESC, l.sorteernaam, l.id
                LIMIT hoeveel;
        END IF;
    END
    $$
    """

ZOEKINDEX = [
    "CREATE INDEX leerling_zoeknaam ON leerlingen_leerling USING gin (zoeknaam gin_trgm_ops)",
    ZOEKFUNCTIE,  # its body is read when it is called, so it may name a column of a later migration
]
