package org.guiche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiche.support.Pages;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What every page keeps to, so that the content security policy holds and the texts stay in their bundles. */
class PagesTest {

    private static final String TAGS = "urn:guiche";
    private static final int MOST_LINES = 120;
    private static final Set<String> COMPONENTS = Set.of("primefaces", "jakarta.faces.core");
    private static final Set<String> SPOKEN =
            Set.of("title", "alt", "placeholder", "aria-label", "label", "help", "text", "detail");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Set<String> NOT_WORDS = Set.of("kbd", "code", "outputScript");

    @Test
    void noPageBringsItsOwnStyle() {
        assertThat(everywhere(element -> element.hasAttribute("style") || "style".equals(element.getLocalName())))
                .isEmpty();
    }

    @Test
    void noPageBringsScriptsThatThePolicyWouldStop() {
        assertThat(everywhere(element -> "script".equals(element.getLocalName())
                        || Pages.attributes(element).stream()
                                .anyMatch(attribute -> attribute.getNodeName().matches("(pt:)?on(?!ly)[a-z]+")
                                        && !COMPONENTS.contains(String.valueOf(element.getNamespaceURI())))))
                .isEmpty();
    }

    /** By its id a request is known as the page's own, which leaves refusals standing; an id made up does not hold. */
    @Test
    void whatAPageAsksByItselfHasAnId() {
        assertThat(everywhere(element -> "remoteCommand".equals(element.getLocalName()) && !element.hasAttribute("id")))
                .isEmpty();
    }

    @Test
    void everyWordComesFromABundle() {
        assertThat(Pages.all().stream()
                        .flatMap(page -> Pages.elements(page).stream()
                                .flatMap(PagesTest::wordsOf)
                                .map(words -> page + ": " + words)))
                .isEmpty();
    }

    @Test
    void everyTagOfOursExistsAndKnowsTheAttributesItIsGiven() {
        var unknown = Pages.all().stream()
                .flatMap(page -> Pages.elements(page).stream()
                        .filter(element -> TAGS.equals(element.getNamespaceURI()))
                        .flatMap(element -> unknownTo(element.getLocalName(), element)
                                .map(what -> page + ": " + element.getNodeName() + " " + what)))
                .toList();
        assertThat(unknown).isEmpty();
    }

    /** Without them it shows its list anywhere and loses what is typed. */
    @Test
    void whoeverLooksForOneOfManyBringsTheStyleAndTheScriptOfIt() {
        var without = Pages.all().stream()
                .filter(page -> Pages.elements(page).stream()
                        .anyMatch(part -> TAGS.equals(part.getNamespaceURI()) && "find".equals(part.getLocalName())))
                .filter(page -> !brings(page, "styles/find.css") || !brings(page, "scripts/find.js"));
        assertThat(without).isEmpty();
    }

    private static boolean brings(Path page, String resource) {
        return Pages.elements(page).stream()
                .anyMatch(part -> part.getAttribute("href").contains(resource)
                        || part.getAttribute("name").equals(resource));
    }

    private static Stream<String> unknownTo(String tag, Element element) {
        var source = Path.of("src/main/webapp/WEB-INF/tags", tag + ".xhtml");
        if (!Files.exists(source)) {
            return Stream.of("is no tag");
        }
        var known = Pages.elements(source).stream()
                .filter(part -> "tagAttribute".equals(part.getLocalName()) || "methodParam".equals(part.getLocalName()))
                .map(part -> "methodParam".equals(part.getLocalName())
                        ? part.getAttribute("value").replaceAll("[#{}]", "")
                        : part.getAttribute("name"))
                .toList();
        return Pages.attributes(element).stream()
                .map(Node::getNodeName)
                .filter(name -> !name.startsWith("xmlns") && !name.equals("id") && !known.contains(name));
    }

    @Test
    void everyTagIsDeclared() throws IOException {
        var declared = Files.readString(Path.of("src/main/webapp/WEB-INF/guiche.taglib.xml"));
        assertThat(Pages.all().stream()
                        .flatMap(page -> Pages.elements(page).stream())
                        .filter(element -> TAGS.equals(element.getNamespaceURI()))
                        .map(Element::getLocalName)
                        .distinct()
                        .filter(tag -> !declared.contains("<tag-name>" + tag + "</tag-name>")))
                .isEmpty();
    }

    @Test
    void pagesOutsideWebInfStandInALayout() {
        assertThat(Pages.all().stream()
                        .filter(page -> !page.toString().contains("WEB-INF"))
                        .filter(page -> Pages.elements(page).stream()
                                .noneMatch(element ->
                                        element.getAttribute("template").startsWith("/WEB-INF/layout/"))))
                .isEmpty();
    }

    @Test
    void pagesStayShort() throws IOException {
        for (var page : Pages.all()) {
            assertThat(Files.readAllLines(page)).as("lines of %s", page).hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }

    @Test
    void windowsThatOpenCannotReachBack() {
        assertThat(everywhere(element -> element.getAttribute("target").contains("_blank")
                        && !element.getAttribute("rel").contains("noopener")))
                .isEmpty();
    }

    private static List<String> everywhere(Function<Element, Boolean> fault) {
        return Pages.all().stream()
                .flatMap(page -> Pages.elements(page).stream()
                        .filter(fault::apply)
                        .map(element -> page + ": " + element.getNodeName() + " " + element.getAttribute("id")))
                .toList();
    }

    private static Stream<String> wordsOf(Element element) {
        var spoken = Pages.attributes(element).stream()
                .filter(attribute -> SPOKEN.contains(attribute.getNodeName()))
                .map(Node::getNodeValue);
        var written = Stream.iterate(element.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(node -> node.getNodeType() == Node.TEXT_NODE)
                .map(Node::getNodeValue);
        return NOT_WORDS.contains(String.valueOf(element.getLocalName()))
                ? Stream.empty()
                : Stream.concat(spoken, written)
                        .map(text -> text.replaceAll("#\\{[^}]*}", "").replace("Guichê", ""))
                        .filter(text -> WORD.matcher(text).find())
                        .map(text -> element.getNodeName() + ": " + text.strip());
    }
}
