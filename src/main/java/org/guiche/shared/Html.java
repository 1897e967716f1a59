package org.guiche.shared;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Rich text: the one place that decides what of it may reach a page (SECURITY 27, ASVS 1.3.1). */
public final class Html {

    private static final Pattern OWN_IMAGE =
            Pattern.compile("/attachments/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "p",
                    "br",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "ul",
                    "ol",
                    "li",
                    "a",
                    "code",
                    "pre",
                    "blockquote",
                    "h3",
                    "h4",
                    "img")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");
    private static final Document.OutputSettings COMPACT =
            new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);

    private Html() {}

    /** The same text with nothing but harmless marks; pictures only of our own attachments. */
    public static String clean(String html) {
        var clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(withoutNul(html)));
        clean.select("img").removeIf(image -> {
            var foreign = !OWN_IMAGE.matcher(image.attr("src")).matches();
            if (foreign) {
                image.remove();
            }
            return foreign;
        });
        return clean.outputSettings(COMPACT).body().html();
    }

    /** What is left to read without marks, for search, mails and checks of emptiness. */
    public static String plain(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("p, br, li, pre, blockquote, h3, h4").before("\n");
        return body.wholeText().strip();
    }

    /** Plain text as rich text: paragraphs and line breaks stay. */
    public static String fromText(String text) {
        var escaped = Entities.escape(withoutNul(text).strip(), COMPACT);
        return "<p>"
                + escaped.replace("\r\n", "\n").replaceAll("\n{2,}", "</p><p>").replace("\n", "<br>") + "</p>";
    }

    private static String withoutNul(String text) {
        return text.replace("\u0000", "");
    }
}
