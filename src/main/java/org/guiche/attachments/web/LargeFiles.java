package org.guiche.attachments.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.attachments.LargeUploads;
import org.guiche.shared.Texts;

/** What a page tells its script of files that are too large for one go. */
@Named
@ApplicationScoped
public class LargeFiles {

    private static final int MEGABYTE = 1024 * 1024;

    /** By the names that the script has for them. */
    private static final List<String> WORDS = List.of(
            "of", "speed", "pause", "proceed", "again", "paused", "going", "sent", "trying", "broke", "unfinished");

    @Inject
    LargeUploads uploads;

    /** How large a file may be. */
    public long getBytes() {
        return uploads.limit();
    }

    /** The same in words. */
    public long getMegabytes() {
        return uploads.limit() / MEGABYTE;
    }

    /** The addresses of the scripts, in their order. */
    public String getScripts() {
        return Stream.of("scripts/tus/tus-4.3.1.min.js", "scripts/large.js")
                .map(LargeFiles::address)
                .collect(Collectors.joining(" "));
    }

    private static String address(String name) {
        return FacesContext.getCurrentInstance()
                .getApplication()
                .getResourceHandler()
                .createResource(name)
                .getRequestPath();
    }

    /** What the script says. */
    public String getTexts() {
        return WORDS.stream()
                .map(word -> word + "=" + Texts.get("attachments.large." + word))
                .collect(Collectors.joining(";"));
    }
}
