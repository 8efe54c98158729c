"""Pupils in: reading a file, comparing it with what is there, applying it and undoing it.

herkennen -> edexml | csvbestand | xlsx -> (tabel, velden) -> Inhoud   what the file says; no database
stand -> vergelijken -> Plan                                            the difference; pure
voorbeeld | toepassen | ongedaan                                        what is written

An import never gives anybody a role or a right (DOMAIN 52), never reads BSN, origin, weight or photo
(DOMAIN 53), and never deletes a pupil (DOMAIN 56).
"""
