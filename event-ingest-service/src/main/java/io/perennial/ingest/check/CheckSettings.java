package io.perennial.ingest.check;

/** What an installation may set about the checks. */
public record CheckSettings(
        IdentifierPolicy identifiers, TimePolicy time, PersonalFields personal, ShopCurrency currency) {}
