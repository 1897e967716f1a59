package org.guiche.shared.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIMessage;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.primefaces.component.remotecommand.RemoteCommand;

/**
 * Sends every message place along with each ajax answer, so that no page has to list them: those beside fields, and whatever
 * is marked with the attribute {@code guiche.refresh}. A message that ended goes away the same way.
 */
public class MessageRefresh implements PhaseListener {

    private static final long serialVersionUID = 1;

    private static final String MARK = "guiche.refresh";
    private static final Pattern IN_A_ROW = Pattern.compile(":\\d+:");

    @Override
    public void beforePhase(PhaseEvent event) {
        var faces = event.getFacesContext();
        var partial = faces.getPartialViewContext();
        if (!partial.isPartialRequest() || partial.isRenderAll() || !faces.isPostback()) {
            return;
        }
        if (isBackground(faces) && faces.getMessageList().isEmpty()) {
            return;
        }
        var ids = partial.getRenderIds();
        var visit = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(visit, (context, component) -> {
            if (isMessagePlace(component)) {
                ids.add(component.getClientId(faces));
            }
            return VisitResult.ACCEPT;
        });
    }

    /** Nobody asked for it: the page saves or follows by itself, and what was refused before still is. */
    private static boolean isBackground(FacesContext faces) {
        var source = faces.getExternalContext().getRequestParameterMap().get("jakarta.faces.source");
        return source != null
                && !IN_A_ROW.matcher(source).find()
                && faces.getViewRoot().findComponent(':' + source) instanceof RemoteCommand;
    }

    private static boolean isMessagePlace(UIComponent component) {
        return component instanceof UIMessage || component.getAttributes().containsKey(MARK);
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // nothing remains to be done
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
