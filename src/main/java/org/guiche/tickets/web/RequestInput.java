package org.guiche.tickets.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.partners.Company;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.DraftContent.Request;
import org.guiche.tickets.DraftView;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of the wizard's first step: texts as people type them, choices by their values. */
public final class RequestInput {

    private @Nullable String unit;
    private @Nullable Long client;
    private @Nullable Company company;
    private @Nullable Long project;
    private @Nullable String subject;
    private String description = "";
    private String files = "";
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    private RequestInput() {}

    static RequestInput of(DraftView view) {
        var written = view.content().request();
        var input = new RequestInput();
        input.unit = written.unit();
        input.client = written.onBehalfOf();
        input.company = view.clients().chosen();
        input.project = written.project();
        input.subject = written.subject();
        input.description = written.description();
        input.files = written.attachments().stream().map(UUID::toString).collect(Collectors.joining(","));
        input.parts.putAll(written.subjectParts());
        input.answers.putAll(written.answers());
        if (view.form() != null) {
            view.form()
                    .fields()
                    .forEach(visible -> input.answers.put(visible.field().key(), visible.typed()));
        }
        return input;
    }

    /** What it makes of the draft. */
    DraftContent content(DraftContent draft) {
        return draft.with(
                new Request(unit, client, project, filled(answers), subject, filled(parts), description, ids()));
    }

    /** Nothing typed is an empty text, which says that somebody emptied the field. */
    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> filled(Map<String, T> values) {
        var filled = new HashMap<String, T>();
        values.forEach((key, value) -> filled.put(key, value == null ? (T) "" : value));
        return filled;
    }

    private List<UUID> ids() {
        return UploadIds.of(files);
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable Long getClient() {
        return client;
    }

    public void setClient(@Nullable Long client) {
        this.client = client;
    }

    /** The same as {@link #getClient}, where it is looked for. */
    public @Nullable Company getCompany() {
        return company;
    }

    public void setCompany(@Nullable Company company) {
        this.company = company;
        client = company == null ? null : company.id();
    }

    public @Nullable Long getProject() {
        return project;
    }

    public void setProject(@Nullable Long project) {
        this.project = project;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(@Nullable String files) {
        this.files = files == null ? "" : files;
    }

    public Map<String, Object> getAnswers() {
        return answers;
    }

    public Map<String, String> getParts() {
        return parts;
    }
}
