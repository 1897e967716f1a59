package org.guiche.tickets;

import org.guiche.shared.Html;

/** How a text came: as plain words or with marks. */
public enum TextFormat {
    TEXT,
    HTML;

    String clean(String body) {
        return this == HTML ? Html.clean(body) : Html.fromText(body);
    }
}
