package org.guiche.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the world's rich text reaches a page. */
class HtmlTest {

    private static final String FILE = "/attachments/0b9d5a3e-5f0c-4c39-9a63-6b1a0f1c2d3e";
    private static final Map<String, Set<String>> KEPT = Map.of(
            "a", Set.of("href", "rel", "target"),
            "img", Set.of("src", "alt"));
    private static final Set<String> TAGS = Set.of(
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
            "img");

    /** Put into every place below: as text, in attributes, in addresses. */
    private static final List<String> SCRIPTS = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "java&#10;script:alert(1)",
            "java&Tab;script:alert(1)",
            "java\0script:alert(1)",
            "&#106;avascript:alert(1)",
            "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)",
            "\u0001javascript:alert(1)",
            "vbscript:msgbox(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml;base64,PHN2Zy8+",
            "feed:javascript:alert(1)",
            "view-source:javascript:alert(1)",
            "blob:https://x/1",
            "file:///etc/passwd",
            "//evil.example/x",
            "/attachments/../accounts/signout",
            FILE + "/../../x",
            FILE + "?x",
            "https://evil.example/pixel.gif");

    private static final List<String> PLACES = List.of(
            "<a href=\"%s\">x</a>",
            "<a href='%s' onclick='alert(1)'>x</a>",
            "<img src=\"%s\">",
            "<img src=x onerror=\"%s\">",
            "<img src=\"" + FILE + "\" srcset=\"%s\" onload=\"%s\">",
            "<p style=\"background:url(%s)\">x</p>",
            "<iframe src=\"%s\"></iframe>",
            "<iframe srcdoc=\"%s\"></iframe>",
            "<object data=\"%s\"></object><embed src=\"%s\">",
            "<form action=\"%s\"><input type=submit></form>",
            "<button formaction=\"%s\">x</button>",
            "<svg><a xlink:href=\"%s\"><text>x</text></a></svg>",
            "<svg/onload=\"%s\">",
            "<math><mi xlink:href=\"%s\">x</mi></math>",
            "<base href=\"%s\">",
            "<meta http-equiv=refresh content=\"0;url=%s\">",
            "<link rel=stylesheet href=\"%s\">",
            "<video poster=\"%s\"><source src=\"%s\" onerror=\"%s\"></video>",
            "<body background=\"%s\" onload=\"%s\">",
            "<table background=\"%s\"><td background=\"%s\">",
            "<input type=image src=\"%s\" autofocus onfocus=\"%s\">",
            "<details open ontoggle=\"%s\">",
            "<style>@import '%s';</style>");

    static Stream<String> attacks() {
        var everywhere = PLACES.stream().flatMap(place -> SCRIPTS.stream().map(script -> place.replace("%s", script)));
        var known = Stream.of(
                "<script>alert(1)</script>",
                "'> <script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<script\0>alert(1)</script>",
                "<<script>alert(1)//<</script>",
                "<script>alert(1)",
                "<img src=x:alert(alt) onerror=eval(src) alt=1>",
                "<img src=`x` onerror=alert(1)>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "<a href=x onmouseover=alert(1)//",
                "<p/onclick=alert(1)>x",
                "<p onclick =\n alert(1)>x</p>",
                "<b id=x class=y name=getElementById>x</b>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
                "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
                "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
                "<plaintext><img src=x onerror=alert(1)>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=1 onerror=alert(1)>\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<svg><style><!--</style><img src=x onerror=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><set attributeName=href to=javascript:alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<select><style></select><script>alert(1)</script>",
                "<pre>\n<script>alert(1)</script></pre>",
                "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
                "<isindex type=image src=1 onerror=alert(1)>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<keygen autofocus onfocus=alert(1)>",
                "<p is=x-script>x</p><x-script>y</x-script>",
                "<a href=\"https://x.example\" target=_self rel=opener download>x</a>",
                "<a href=\"mailto:a@b.example?subject=%0d%0aBcc:c@d.example\">x</a>",
                "#{7*7} ${7*7} <p>#{facesContext.externalContext}</p>");
        return Stream.concat(everywhere, known);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingThatRunsLoadsOrLeadsAstrayIsLeft(String attack) {
        var clean = Html.clean(attack);

        var body = Jsoup.parseBodyFragment(clean).body();
        assertThat(body.select("*").not("body")).allSatisfy(HtmlTest::assertHarmless);
        assertThat(clean).doesNotContain("<!--").doesNotContain("\0");
        assertThat(Html.clean(clean)).as("read once more it says the same").isEqualTo(clean);
    }

    private static void assertHarmless(Element element) {
        assertThat(TAGS).contains(element.tagName());
        assertThat(element.attributes().asList())
                .extracting(Attribute::getKey)
                .isSubsetOf(KEPT.getOrDefault(element.tagName(), Set.of()));
        if (element.hasAttr("href")) {
            assertThat(element.attr("href").toLowerCase(Locale.ROOT)).matches("(?s)(https?:|mailto:).*");
            assertThat(element.attr("rel")).isEqualTo("noopener noreferrer nofollow");
            assertThat(element.attr("target")).isEqualTo("_blank");
        }
        if (element.tagName().equals("img")) {
            assertThat(element.attr("src")).isEqualTo(FILE);
        }
    }

    @Test
    void whatPeopleWriteStays() {
        var written =
                "<h3>Passos</h3><ol><li>Abra o <b>carrinho</b></li><li><i>Aplique</i> <code>FRETE10</code></li></ol>"
                        + "<p>Veja <a href=\"https://loja.example/?a=1&amp;b=2\">aqui</a>:<br><img src=\"" + FILE
                        + "\" alt=\"tela\"></p>"
                        + "<blockquote>ação &lt;b&gt; não soma</blockquote><pre>a\n  b</pre>";

        assertThat(Html.clean(written))
                .isEqualTo(written.replace(
                        "?a=1&amp;b=2\"", "?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <b> c                   | <p>a &lt;b&gt; c</p>",
                "<script>alert(1)</script> | <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "AT&T &amp; co             | <p>AT&amp;T &amp;amp; co</p>",
            })
    void plainTextStaysPlain(String text, String html) {
        assertThat(Html.fromText(text)).isEqualTo(html);
        assertThat(Html.plain(Html.fromText(text))).isEqualTo(text);
        assertThat(Html.clean(html)).isEqualTo(html);
    }

    @Test
    void aDeepOrLongTextIsReadInNoTime() {
        var before = System.nanoTime();

        Html.clean("<b>".repeat(20_000) + "x");
        Html.clean("<a href=\"" + "x".repeat(200_000) + "\">");
        Html.clean("&#x".repeat(60_000));
        Html.plain("<blockquote>".repeat(5_000) + "x");

        assertThat(System.nanoTime() - before).isLessThan(15_000_000_000L);
    }
}
