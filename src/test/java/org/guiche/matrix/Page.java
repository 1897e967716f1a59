package org.guiche.matrix;

import java.util.List;

/** An address of {@code pages.txt}: a page, or what else answers under a session. */
record Page(String verb, String address, Door door, boolean allAlike) {

    static List<Page> all() {
        return Table.rows("pages.txt", 3).stream().map(Page::of).toList();
    }

    private static Page of(List<String> row) {
        var words = row.get(0).split(" ", 2);
        var verb = words.length == 1 ? "VIEW" : words[0];
        return new Page(
                verb, words[words.length - 1], new Door(row.get(1)), row.get(2).equals("*"));
    }

    /** Something that is asked for by an address, and not only there for what has rows of its own. */
    boolean isVisited() {
        return !verb.equals("LIVE") && !verb.equals("SERVER");
    }

    boolean isView() {
        return verb.equals("VIEW");
    }

    /** What the application calls it. */
    String path() {
        return address.replaceFirst("[?(].*", "");
    }

    /** As the inventory has it. */
    String line() {
        return switch (verb) {
            case "VIEW" -> "view " + path();
            case "LIVE" -> "channel " + address;
            default -> plain("servlet " + path());
        };
    }

    /** Without the end that says that there is something below. */
    static String plain(String line) {
        return line.replaceFirst("/\\*?$", "");
    }
}
