"""What it costs for whom: the first tier in order that fits."""


def is_in_time(tier, today):
    """Whether a price counts on this day; one without a last day always does."""
    return tier.valid_until is None or today <= tier.valid_until


def prices_of(event, today):
    """The prices that one can still get; of a meeting that is over, those that there were."""
    tiers = event.price_tiers.all()
    if event.is_over_on(today):
        return list(tiers)
    return [tier for tier in tiers if is_in_time(tier, today)]


def has_price_by_province(event, today):
    """Whether there is a price that only holds in some provinces."""
    return any(tier.provinces.all() for tier in prices_of(event, today))


def tier_for(
    tiers,
    *,
    province_id,
    sector,
    is_guest,
    today,
):
    """The first of these tiers that fits somebody, or ``None``; ``tiers`` in order, with their provinces loaded.

    An empty province, sector or last day fits everybody.
    """
    kinds = ["iedereen", "deelnemers"]
    if is_guest:
        kinds = ["iedereen", "gasten"]
    for tier in tiers:
        provinces = [province.pk for province in tier.provinces.all()]
        fits_province = not provinces or province_id in provinces
        fits_sector = tier.sector in ("", sector)
        if (
            fits_province
            and fits_sector
            and is_in_time(tier, today)
            and tier.for_whom in kinds
        ):
            return tier
    return None


def province_decides(tiers, *, sector, is_guest, today):
    """Whether somebody pays another amount in one province than in another, or abroad; ``tiers`` as above."""
    provinces = {None}
    for tier in tiers:
        provinces.update(province.pk for province in tier.provinces.all())
    amounts = set()
    for province in provinces:
        tier = tier_for(
            tiers,
            province_id=province,
            sector=sector,
            is_guest=is_guest,
            today=today,
        )
        amount = None
        if tier:
            amount = tier.amount
        amounts.add(amount)
    return len(amounts) > 1
