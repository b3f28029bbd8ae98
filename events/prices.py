"""What it costs for whom: the first tier in order that fits."""


def tier_for(tiers, *, province_id, sector, is_guest, today):
    """The first of these tiers that fits somebody, or ``None``; ``tiers`` in order, with their provinces loaded."""
    return next((tier for tier in tiers if _fits(tier, province_id, sector, is_guest, today)), None)


def _fits(tier, province_id, sector, is_guest, today):
    """An empty province, sector or last day fits everybody."""
    provinces = [province.pk for province in tier.provinces.all()]
    return (
        (not provinces or province_id in provinces)
        and tier.sector in ("", sector)
        and (tier.valid_until is None or today <= tier.valid_until)
        and tier.for_whom in ("iedereen", "gasten" if is_guest else "deelnemers")
    )
