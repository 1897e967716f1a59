package org.guiche.units;

import java.util.List;

/** How a unit writes its subjects: {@code {agencia} - {projeto} - {titulo}} (S0-17). */
public record SubjectPattern(String pattern, List<SubjectPart> parts) {

    public SubjectPattern {
        parts = List.copyOf(parts);
    }

    /** Where a part comes from when the system knows it. */
    public enum Source {
        TYPED,
        PARTNER,
        CLIENT,
        PROJECT
    }

    /** A part of the subject, asked by this label unless the system knows it. */
    public record SubjectPart(String key, String label, Source source) {}
}
