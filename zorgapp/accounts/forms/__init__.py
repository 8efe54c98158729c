"""Forms of people and the school; every choice comes from `access`, so nothing foreign is on offer."""
