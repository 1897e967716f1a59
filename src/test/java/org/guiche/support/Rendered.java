package org.guiche.support;

import jakarta.faces.component.ActionSource2;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.behavior.ClientBehaviorHolder;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down what a page offers once it is made, from its components: {@code command form:id form}, with {@code alone} where it
 * reads no field, {@code ajax form:id event form}, {@code input form:id form}; {@code hidden} before those that this person's page
 * leaves out or does not let touch.
 */
public final class Rendered implements PhaseListener {

    /** The word that a page is asked for with, to be told of it afterwards. */
    public static final String HEADER = "X-Inventory";

    private static final long serialVersionUID = 1;

    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();

    static String take(String page) {
        var found = PAGES.remove(page);
        return found == null ? "" : found;
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var faces = event.getFacesContext();
        var page = faces.getExternalContext().getRequestHeaderMap().get(HEADER);
        if (page != null && faces.getViewRoot() != null) {
            PAGES.put(page, String.join("\n", described(faces)));
        }
    }

    private static Set<String> described(FacesContext faces) {
        var lines = new LinkedHashSet<String>();
        lines.add("view " + faces.getViewRoot().getViewId());
        walk(faces, lines, VisitHint.SKIP_UNRENDERED);
        var all = new LinkedHashSet<String>();
        try {
            walk(faces, all);
        } catch (RuntimeException e) {
            lines.add("rest " + e.getClass().getSimpleName()); // what is left out may have nothing to show
        }
        all.removeAll(lines);
        all.forEach(line -> lines.add("hidden " + line));
        return lines;
    }

    private static void walk(FacesContext faces, Set<String> lines, VisitHint... hints) {
        var hinted = EnumSet.noneOf(VisitHint.class);
        hinted.addAll(Set.of(hints));
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces, null, hinted), (context, component) -> {
            describe(component, context.getFacesContext(), lines, !hinted.isEmpty());
            return VisitResult.ACCEPT;
        });
    }

    private static void describe(UIComponent component, FacesContext faces, Set<String> lines, boolean open) {
        if (component instanceof UIViewAction || component instanceof UIViewParameter) {
            return;
        }
        var end = component.getClientId(faces) + " " + form(component, faces);
        var touchable = !open || !(is(component, "disabled") || is(component, "readonly"));
        if (component instanceof ActionSource2 source
                && touchable
                && (source.getActionExpression() != null || source.getActionListeners().length > 0)) {
            lines.add("command " + end + (isAlone(component) ? " alone" : ""));
        }
        if (component instanceof UIInput && touchable) {
            lines.add("input " + end);
        }
        if (component instanceof ClientBehaviorHolder holder && touchable) {
            holder.getClientBehaviors().forEach((event, behaviors) -> {
                if (!behaviors.isEmpty()) {
                    lines.add("ajax " + component.getClientId(faces) + "." + event + " " + form(component, faces));
                }
            });
        }
    }

    /** Whether it is done without a look at the fields of its form. */
    private static boolean isAlone(UIComponent component) {
        var process = component.getAttributes().get("process");
        return is(component, "immediate") || "@this".equals(process);
    }

    private static boolean is(UIComponent component, String attribute) {
        return Boolean.TRUE.equals(component.getAttributes().get(attribute));
    }

    private static String form(UIComponent component, FacesContext faces) {
        for (var parent = component.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof UIForm) {
                return parent.getClientId(faces);
            }
        }
        return "-";
    }
}
