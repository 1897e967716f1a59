package org.guiche.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The pages, layouts and tags as they are written. */
public final class Pages {

    private static final Path ROOT = Path.of("src/main/webapp");
    private static final String TAGS = "urn:guiche";

    /** Tags that find their label by where they are and what they are called. */
    private static final Set<String> LABELLED = Set.of(
            "text",
            "textarea",
            "rich",
            "choice",
            "choices",
            "check",
            "emails",
            "secret",
            "action",
            "go",
            "split",
            "copy");

    private static final Set<String> WITH_A_DEFAULT = Set.of("copy");

    private Pages() {}

    /**
     * A field or a button without a label of its own.
     *
     * @param labels the keys it looks up, in that order
     */
    public record Labelled(String tag, List<String> labels) {}

    /** Every page, layout, tag and fragment. */
    public static List<Path> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words and expressions of a page: its texts and the values of its attributes. */
    public static List<String> texts(Path page) {
        var texts = new ArrayList<String>();
        walk(parse(page), node -> {
            if (node.getNodeType() == Node.TEXT_NODE) {
                texts.add(node.getNodeValue());
            }
            attributes(node).forEach(attribute -> texts.add(attribute.getNodeValue()));
        });
        return texts;
    }

    /** Every element of a page. */
    public static List<Element> elements(Path page) {
        var elements = new ArrayList<Element>();
        walk(parse(page), node -> {
            if (node instanceof Element element) {
                elements.add(element);
            }
        });
        return elements;
    }

    /** What looks its label up by key or by id. */
    public static List<Labelled> labelled(Path page) {
        return elements(page).stream()
                .filter(element -> TAGS.equals(element.getNamespaceURI()) && LABELLED.contains(element.getLocalName()))
                .filter(element -> !element.hasAttribute("label") && !WITH_A_DEFAULT.contains(element.getLocalName()))
                .map(element ->
                        new Labelled(element.getNodeName() + " " + element.getAttribute("id"), keys(page, element)))
                .toList();
    }

    private static List<String> keys(Path page, Element element) {
        var key = element.getAttribute("key");
        if (!key.isEmpty()) {
            return List.of(key);
        }
        var place = ROOT.relativize(page).toString().replace('\\', '/').replaceFirst("\\.xhtml$", "");
        if (place.startsWith("WEB-INF")) {
            return List.of("a key or a label of its own, since several pages may show it");
        }
        var module = place.contains("/") ? place.substring(0, place.indexOf('/')) : "shared";
        return List.of(
                place.replace('/', '.') + '.' + element.getAttribute("id"), module + '.' + element.getAttribute("id"));
    }

    /** The attributes of an element; none of any other node. */
    public static List<Node> attributes(Node node) {
        var found = new ArrayList<Node>();
        var attributes = node.getAttributes();
        for (var i = 0; attributes != null && i < attributes.getLength(); i++) {
            found.add(attributes.item(i));
        }
        return found;
    }

    private static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        var children = node.getChildNodes();
        for (var i = 0; i < children.getLength(); i++) {
            walk(children.item(i), visitor);
        }
    }

    private static Document parse(Path page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(page.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + page, e);
        }
    }
}
