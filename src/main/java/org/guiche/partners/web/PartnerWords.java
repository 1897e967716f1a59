package org.guiche.partners.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.guiche.partners.PartnerSummary;
import org.guiche.partners.Span;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** How days and standings are said. */
final class PartnerWords {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", PT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM", PT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy, H'h'mm", PT);

    private PartnerWords() {}

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    static String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(LocalDate.ofInstant(at, Span.ZONE));
    }

    /** {@code 12/03}, with the year where it is another. */
    static String shortly(Instant at, LocalDate today) {
        var day = LocalDate.ofInstant(at, Span.ZONE);
        return (day.getYear() == today.getYear() ? SHORT : DAY).format(day);
    }

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(Span.ZONE));
    }

    /** {@code 14 clientes · até 30/06/2026}. */
    static String line(PartnerSummary partner, LocalDate today) {
        var clients = Texts.get("partners.list.clients", partner.clients());
        var until = partner.until();
        var key = "partners.list." + partner.standing().name().toLowerCase(Locale.ROOT);
        var days = until == null ? 0L : ChronoUnit.DAYS.between(today, until);
        return Texts.get("partners.list.line", clients, Texts.get(key, day(until), days));
    }

    /** What stands beside the name in a list, if something has to be looked at: the word and its tone. */
    static String chip(PartnerSummary partner) {
        if (partner.isBlocked()) {
            return Texts.get("partners.chip.blocked");
        }
        return switch (partner.standing()) {
            case EXPIRING -> Texts.get("partners.chip.expiring");
            case REQUESTED -> Texts.get("partners.chip.requested");
            default -> "";
        };
    }

    static String tone(PartnerSummary partner) {
        return partner.isBlocked()
                ? "danger"
                : partner.standing() == PartnerSummary.Standing.EXPIRING ? "warn" : "brand";
    }
}
