package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.units.SubjectPattern;
import org.guiche.units.SubjectPattern.Source;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/** How subjects are composed: a pattern, and where each of its parts comes from. */
@Named
@RequestScoped
public class FormSubject {

    private static final int LONGEST = 200;

    @Inject
    FormDesk desk;

    private @Nullable String pattern;
    private @Nullable List<Part> parts;

    /** A part, as it stands in the panel. */
    public static final class Part {

        private final String key;
        private String label;
        private String source;
        private boolean optional;

        private Part(SubjectPart part) {
            key = part.key();
            label = part.label();
            source = part.source().name();
            optional = part.optional();
        }

        private SubjectPart read() {
            if (label.isBlank()) {
                throw RuleViolation.of("part." + key, "units.form.label", LONGEST);
            }
            return new SubjectPart(key, label.strip(), Source.valueOf(source), optional);
        }

        public String getKey() {
            return key;
        }

        public String getLabel() {
            return label;
        }

        public void setLabel(@Nullable String label) {
            this.label = label == null ? "" : label;
        }

        public String getSource() {
            return source;
        }

        public void setSource(String source) {
            this.source = source;
        }

        public boolean isOptional() {
            return optional;
        }

        public void setOptional(boolean optional) {
            this.optional = optional;
        }
    }

    /** A pattern as an example. */
    public String getExample() {
        return "{agencia} - {projeto} - {titulo}";
    }

    public String getPattern() {
        if (pattern == null) {
            var subject = desk.getForm().subject();
            pattern = subject == null ? "" : subject.pattern();
        }
        return pattern;
    }

    public void setPattern(@Nullable String pattern) {
        this.pattern = pattern == null ? "" : pattern.strip();
    }

    public List<Part> getParts() {
        if (parts == null) {
            var subject = desk.getForm().subject();
            parts = subject == null
                    ? List.of()
                    : subject.parts().stream().map(Part::new).toList();
        }
        return parts;
    }

    /** Where a part may come from. */
    public List<SelectItem> getSources() {
        return Stream.of(Source.values())
                .map(source -> new SelectItem(source.name(), Texts.get(word(source))))
                .toList();
    }

    private static String word(Source source) {
        return switch (source) {
            case TYPED -> "units.source.typed";
            case PARTNER -> "units.source.partner";
            case CLIENT -> "units.source.client";
            case PROJECT -> "units.source.project";
        };
    }

    /** Composes subjects as the panel says; a part that the pattern names for the first time is one to be written. */
    public void change() {
        var written = getPattern();
        if (written.length() > LONGEST) {
            throw RuleViolation.of("pattern", "units.form.label", LONGEST);
        }
        var known = getParts().stream().map(Part::read).toList();
        var places = new SubjectPattern(written, List.of()).places();
        var composed = new ArrayList<SubjectPart>();
        places.forEach(key -> composed.add(known.stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseGet(() -> new SubjectPart(key, key, Source.TYPED, false))));
        desk.change(design -> design.compose(written.isEmpty() ? null : new SubjectPattern(written, composed)));
        parts = null;
        pattern = null;
    }
}
