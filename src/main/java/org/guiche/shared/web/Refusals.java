package org.guiche.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.BusinessException;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Puts a refusal of the domain where the user can act on it: beside the field it is about, else on top of the page. */
final class Refusals {

    static final String REASON = "guiche.reason";

    private Refusals() {}

    static void show(FacesContext faces, BusinessException refusal) {
        if (refusal instanceof RuleViolation violation && !violation.fields().isEmpty()) {
            showBesideFields(faces, violation);
        } else {
            add(faces, null, Texts.get(refusal.key(), refusal.args()));
        }
        faces.validationFailed();
    }

    private static void showBesideFields(FacesContext faces, RuleViolation violation) {
        var inputs = inputs(faces);
        for (var error : violation.fields()) {
            add(faces, inputs.get(error.field()), sentence(error));
        }
    }

    private static String sentence(FieldError error) {
        return Texts.get(error.key(), error.args());
    }

    private static void add(FacesContext faces, @Nullable String clientId, String sentence) {
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }

    /**
     * The client ids of the inputs by the names that refusals call them: {@code tipo} and {@code answers.tipo} are the same. Those
     * of the form that was sent come before those of others on the page.
     */
    private static Map<String, String> inputs(FacesContext faces) {
        var sent = new HashMap<String, String>();
        var found = new HashMap<String, String>();
        var form = form(faces);
        var visit = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(visit, (context, component) -> {
            if (component instanceof EditableValueHolder) {
                var name = String.valueOf(component.getAttributes().getOrDefault("field", component.getId()));
                var id = component.getClientId(faces);
                var names = id.startsWith(form) ? sent : found;
                List.of(name, "answers." + name, withoutGroup(name)).forEach(one -> names.putIfAbsent(one, id));
            }
            return VisitResult.ACCEPT;
        });
        found.putAll(sent);
        return found;
    }

    /** How the client ids of the sent form begin. */
    private static String form(FacesContext faces) {
        var source = faces.getExternalContext().getRequestParameterMap().getOrDefault("jakarta.faces.source", "");
        return source.substring(0, source.indexOf(':') + 1);
    }

    private static String withoutGroup(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
