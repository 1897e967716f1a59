package org.guiche.tickets;

import org.guiche.shared.Html;

/** What somebody wrote, cleaned, and its words alone: worked out once for every check, the page, the search and the mail. */
record RichText(String html, String plain) {

    static RichText of(TextFormat format, String body) {
        var html = format.clean(body);
        return new RichText(html, Html.plain(html));
    }

    /** Neither words nor a picture. */
    boolean isEmpty() {
        return plain.isBlank() && !html.contains("<img");
    }
}
