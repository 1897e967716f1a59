@echo off
rem Starts Guiche. Settings: config\guiche.properties, the environment (GUICHE_HTTP_PORT), or here: guiche guiche.http.port=9090
setlocal
set "GUICHE_HOME=%~dp0.."
set "GUICHE_JAVA=java"
if defined JAVA_HOME set "GUICHE_JAVA=%JAVA_HOME%\bin\java"
"%GUICHE_JAVA%" "@%GUICHE_HOME%\java.options" %JAVA_OPTS% -cp "%GUICHE_HOME%\lib\*" org.guiche.launcher.Main %*
