package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.units.Forms.AGENCY;
import static org.guiche.units.Forms.NOBODY;
import static org.guiche.units.Forms.TODAY;
import static org.guiche.units.Forms.definition;
import static org.guiche.units.Forms.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.shared.FieldError;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.junit.jupiter.api.Test;

class SubjectPatternTest {

    private final RequestForm form = definition("""
            {'fields': [%s],
             'subject': {'pattern': '{agencia} - {projeto} - {titulo}', 'parts': [
                {'key': 'agencia', 'label': 'Nome da agência', 'source': 'PARTNER', 'optional': true},
                {'key': 'projeto', 'label': 'Nome do projeto', 'source': 'PROJECT'},
                {'key': 'titulo', 'label': 'Título'}]}}""".formatted(field("loja", FieldKind.TEXT)));
    private final List<FieldError> errors = new ArrayList<>();

    @Test
    void theSubjectIsWrittenFromWhatIsKnownAndWhatIsTyped() {
        assertThat(subject(Map.of("titulo", "Frete não soma"), AGENCY))
                .isEqualTo("Agência Mirante - Vitrine de Natal - Frete não soma");
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsKnownCannotBeTypedOver() {
        assertThat(subject(Map.of("agencia", "Outra Agência", "titulo", "Frete"), AGENCY))
                .startsWith("Agência Mirante - ");
    }

    @Test
    void withoutAProjectTheClientStandsForIt() {
        var client = new FormContext("Agência Mirante", "Casa Jatobá", null, List.of(), List.of(), TODAY);

        assertThat(subject(Map.of("titulo", "Frete"), client)).isEqualTo("Agência Mirante - Casa Jatobá - Frete");
    }

    @Test
    void onlyThePartsThatNobodyKnowsAreAsked() {
        assertThat(FormRules.toWrite(form, AGENCY)).extracting(SubjectPart::key).containsExactly("titulo");
        assertThat(FormRules.toWrite(form, NOBODY)).extracting(SubjectPart::key).containsExactly("projeto", "titulo");
    }

    @Test
    void anOptionalPartLeavesNoSeparatorBehind() {
        assertThat(subject(Map.of("projeto", "Vitrine", "titulo", "Frete"), NOBODY))
                .isEqualTo("Vitrine - Frete");
    }

    @Test
    void aMissingPartIsAnErrorBesideIt() {
        subject(Map.of("titulo", "  "), AGENCY);

        assertThat(errors).extracting(FieldError::field).containsExactly("subjectParts.titulo");
    }

    @Test
    void theRefusalCallsThePartAsTheFormDoes() {
        subject(Map.of(), NOBODY);
        subject(Map.of(), AGENCY);

        assertThat(errors)
                .extracting(error -> error.args().get(0))
                .as("before the subject has begun, and once it has")
                .containsExactly("Nome do projeto", "Título", "Resumo do problema");
    }

    @Test
    void theWizardShowsHowTheSubjectBegins() {
        assertThat(FormRules.subjectLead(form, AGENCY)).isEqualTo("Agência Mirante - Vitrine de Natal - ");
        assertThat(FormRules.subjectLead(form, NOBODY)).isEmpty();
    }

    private String subject(Map<String, String> written, FormContext context) {
        return FormRules.subject(Objects.requireNonNull(form.subject()), written, context, errors);
    }
}
