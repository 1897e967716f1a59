package org.guiche.tickets;

import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.shared.NotFound;

/** The number people quote on the phone, shown as {@code #48213}: also the protocol (S2-12). */
public record TicketCode(long number) {

    private static final Pattern FORMAT = Pattern.compile("#?([1-9]\\d{0,11})");

    /** Reads it as people write it; anything else is a ticket that does not exist. */
    public static TicketCode of(String typed) {
        return read(typed).orElseThrow(() -> new NotFound("tickets.not-found"));
    }

    /** The same of another ticket, for whoever says what is wrong with it. */
    public static Optional<TicketCode> read(String typed) {
        var match = FORMAT.matcher(typed.strip());
        return match.matches() ? Optional.of(new TicketCode(Long.parseLong(match.group(1)))) : Optional.empty();
    }

    /** The digits alone. */
    public String digits() {
        return Long.toString(number);
    }

    /** The ticket's page, within the installation: what links of pages and mails lead to. */
    public String path() {
        return "/tickets/ticket?code=" + number;
    }

    @Override
    public String toString() {
        return "#" + number;
    }
}
