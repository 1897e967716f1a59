package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How fields of each kind are typed, and what the page refuses at the moment. */
@Named
@ApplicationScoped
public class Fields {

    private static final Map<String, String> TYPES =
            Map.of("NUMBER", "text", "DATE", "date", "EMAIL", "email", "PHONE", "tel", "URL", "url");
    private static final Map<String, String> MODES =
            Map.of("NUMBER", "decimal", "CPF", "numeric", "PHONE", "tel", "EMAIL", "email", "URL", "url");
    private static final Map<String, String> MASKS = Map.of("CPF", "cpf", "CNPJ", "cnpj", "PHONE", "phone");

    private static final int USUAL_MEGABYTES = 10;
    private static final long A_MEGABYTE = 1024L * 1024;

    /**
     * A sentence on top of the page.
     *
     * @param target the field at fault, empty when it is about the whole
     */
    public record Refusal(String text, String target) {}

    /** The browser's kind of input for a kind of field, given as enum or name. */
    public String inputType(@Nullable Object kind) {
        return TYPES.getOrDefault(String.valueOf(kind), "text");
    }

    /** The keyboard a phone should show. */
    public String inputMode(@Nullable Object kind) {
        return MODES.getOrDefault(String.valueOf(kind), "");
    }

    /** How it is written while typed. */
    public String mask(@Nullable Object kind) {
        return MASKS.getOrDefault(String.valueOf(kind), "");
    }

    /** The size of a file that is still accepted, in whole megabytes. */
    public int megabytes(@Nullable Long bytes) {
        return bytes == null ? USUAL_MEGABYTES : (int) (bytes / A_MEGABYTE);
    }

    /** {@code .csv .pdf .png}: endings of files, by the alphabet. */
    public String endings(@Nullable Collection<String> endings, String between) {
        return endings == null
                ? ""
                : endings.stream().sorted().map(ending -> "." + ending).collect(Collectors.joining(between));
    }

    /** What a field without a listener of its own does when it changes: nothing. */
    public void none() {
        // the page's update says it all
    }

    /** What stands on top of the page: refusals of the whole, and, when several fields are wrong, each of them. */
    public List<Refusal> getRefusals() {
        var faces = FacesContext.getCurrentInstance();
        var whole = new ArrayList<Refusal>();
        var fields = new ArrayList<Refusal>();
        faces.getMessageList(null).stream()
                .filter(Fields::refuses)
                .forEach(message -> whole.add(new Refusal(message.getSummary(), "")));
        faces.getClientIdsWithMessages().forEachRemaining(id -> {
            if (id != null && !id.isEmpty()) {
                faces.getMessageList(id).stream()
                        .filter(Fields::refuses)
                        .forEach(message -> fields.add(new Refusal(message.getSummary(), id)));
            }
        });
        if (fields.size() > 1) {
            whole.addAll(fields);
        }
        return whole;
    }

    /** The same, for a page of several forms: only what came of those, separated by blanks; of all where none is named. */
    public List<Refusal> refusalsOf(@Nullable String forms) {
        var source = String.valueOf(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("jakarta.faces.source"));
        var asked = forms == null
                || forms.isEmpty()
                || Arrays.stream(forms.split(" ", -1)).anyMatch(form -> source.startsWith(form + ':'));
        return asked ? getRefusals() : List.of();
    }

    private static boolean refuses(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0;
    }
}
