package org.guiche.privacy;

import java.util.List;
import java.util.stream.Collectors;
import org.guiche.accounts.PersonalData;
import org.guiche.shared.Html;
import org.guiche.shared.Texts;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Words;
import org.jspecify.annotations.Nullable;

/** The copy for people: a page that needs nothing but a browser, and runs nothing. */
record CopyHtml(PersonalData person, List<DataRequest> requests, List<Kept> kept) implements CopyText {

    private static final String KEY = "privacy.copy.";
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
                    + "color:#1d2430;background:#fff}dt{color:#586174;font-size:.85rem}dd{margin:0 0 .6rem}section{border-top:1px solid #d7dbe3;"
                    + "padding-top:1rem;margin-top:1.5rem}p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0 1rem}h3{font-size:.9rem;margin:0}";

    @Override
    public String head() {
        var cpf = person.cpf();
        var phone = person.phone();
        return "<!DOCTYPE html><html lang=\"pt-BR\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>" + word("title")
                + "</title><style>"
                + STYLE + "</style></head><body><h1>" + word("title") + "</h1><p>" + word("lead") + "</p><dl>"
                + line("name", person.name())
                + line("social", person.socialName() == null ? "" : person.socialName())
                + line("email", person.email())
                + line("cpf", cpf == null ? "" : cpf.formatted())
                + line("phone", phone == null ? "" : phone.formatted())
                + line("since", Days.moment(person.since()))
                + line(
                        "groups",
                        person.places().stream()
                                .map(PersonalData.Place::name)
                                .distinct()
                                .collect(Collectors.joining(", ")))
                + line(
                        "tokens",
                        person.tokens().stream().map(token -> token.name()).collect(Collectors.joining(", ")))
                + line("devices", Long.toString(person.devices()))
                + "</dl><section><h2>" + word("requests") + "</h2><dl>"
                + requests.stream().map(CopyHtml::asked).collect(Collectors.joining())
                + "</dl></section>"
                + kept.stream()
                        .filter(one -> !one.all().isEmpty())
                        .map(CopyHtml::kept)
                        .collect(Collectors.joining());
    }

    private static String kept(Kept kept) {
        return "<section><h2>" + escaped(kept.title()) + "</h2>"
                + kept.all().stream()
                        .map(values -> values.stream()
                                .filter(value -> !value.text().isBlank())
                                .map(value ->
                                        "<dt>" + escaped(value.label()) + "</dt><dd>" + escaped(value.text()) + "</dd>")
                                .collect(Collectors.joining("", "<dl>", "</dl>")))
                        .collect(Collectors.joining())
                + "</section>";
    }

    private static String asked(DataRequest one) {
        return "<dt>" + Days.moment(one.askedAt()) + "</dt><dd>"
                + escaped(Texts.get("privacy.kind." + one.kind().word()) + ": "
                        + Texts.get("privacy.state." + one.state().word()) + " " + one.reason())
                + "</dd>";
    }

    private static String word(String key) {
        return escaped(Texts.get(KEY + key));
    }

    private static String line(String key, String value) {
        return value.isBlank() ? "" : "<dt>" + word(key) + "</dt><dd>" + escaped(value) + "</dd>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String ticket(PublicHistory history) {
        var ticket = history.ticket();
        return "<section><h2>" + escaped(ticket.code() + " " + ticket.subject()) + "</h2><dl>"
                + line("unit", ticket.unit().pathLabel())
                + line("status", ticket.status().publicName())
                + line("opened", Days.moment(ticket.createdAt()))
                + ticket.answers().entrySet().stream()
                        .map(answer -> "<dt>" + escaped(answer.getKey()) + "</dt><dd>"
                                + escaped(String.valueOf(answer.getValue())) + "</dd>")
                        .collect(Collectors.joining())
                + "</dl>"
                + history.messages().stream()
                        .map(message -> message(ticket.code(), message)
                                + rated(history.ratings().of(message.id())))
                        .collect(Collectors.joining())
                + rated(history.ratings().whole())
                + "</section>";
    }

    private static String rated(@Nullable GivenRating given) {
        return given == null
                ? ""
                : "<p>"
                        + escaped(Texts.get(KEY + "rated", given.score(), Days.moment(given.at())) + " "
                                + given.comment())
                        + "</p>";
    }

    private static String message(TicketCode code, MessageDetails message) {
        var author = message.author() == null ? "" : message.author().name();
        var files = message.files().stream()
                .map(file -> "<li>" + escaped(CopyWriter.path(code, file)) + "</li>")
                .collect(Collectors.joining());
        return "<h3>" + escaped(author + ", " + Days.moment(message.at())) + "</h3><p>"
                + escaped(Html.plain(message.html())) + "</p>" + (files.isEmpty() ? "" : "<ul>" + files + "</ul>");
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String middle() {
        return "<section><h2>" + word("elsewhere") + "</h2>";
    }

    @Override
    public String words(Words words) {
        return "<h3>" + escaped(words.ticket() + ", " + Days.moment(words.at())) + "</h3><p>" + escaped(words.text())
                + "</p>";
    }

    @Override
    public String tail() {
        return "</section></body></html>";
    }
}
