package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.management.JMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeMemoryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheCLibraryHoldsOnToGoesBackToTheSystem() throws JMException {
        assertThat(NativeMemory.giveBack()).isTrue();
        assertThat(JavaCommand.run("systemTrimNativeHeap")).contains("Trim native heap");
    }

    @Test
    void aJavaThatDoesNotKnowACommandSaysSo() {
        assertThatExceptionOfType(JMException.class).isThrownBy(() -> JavaCommand.run("doSomethingElse"));
    }
}
