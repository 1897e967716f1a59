package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordELResolverTest {

    record Ticket(String subject, long code) {

        public boolean isOpen() {
            return true;
        }

        public String label() {
            return "#" + code;
        }
    }

    private static final Ticket PRINTER = new Ticket("Impressora parada", 48213);

    private final RecordELResolver resolver = new RecordELResolver();
    private final ELContext context = new Nothing();

    @Test
    void componentsReadAsProperties() {
        assertThat(resolver.getValue(context, PRINTER, "subject")).isEqualTo("Impressora parada");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void methodsWithoutArgumentsReadAsProperties() {
        assertThat(resolver.getValue(context, PRINTER, "label")).isEqualTo(PRINTER.label());
    }

    @Test
    void questionsAreLeftToTheNextResolver() {
        assertThat(PRINTER.isOpen()).isTrue();
        assertThat(resolver.getValue(context, PRINTER, "open")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void otherObjectsAreLeftToTheNextResolver() {
        assertThat(resolver.getValue(context, "text", "length")).isNull();
        assertThat(resolver.getValue(context, null, "msg")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void componentsAreNeverWritten() {
        assertThat(resolver.isReadOnly(context, PRINTER, "code")).isTrue();
        assertThatThrownBy(() -> resolver.setValue(context, PRINTER, "code", 1L))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private static final class Nothing extends ELContext {

        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }
}
