@echo off
rem The steps of TwoStream from a Windows shell: twostream help
setlocal
set "HERE=%~dp0"
set "BUILT=%HERE%target\launcher"
set "LIB=%BUILT%\lib"
set "PROVIDED=%BUILT%\provided"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION (
	echo TwoStream: FAILED: no java was found; install Java 17 or newer, or set JAVA_HOME. 1>&2
	exit /b 2
)
for /f "delims=." %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
	echo TwoStream: FAILED: java is version %VERSION%; install Java 17 or newer, or set JAVA_HOME. 1>&2
	exit /b 2
)

rem Build what is missing; after a change of the sources delete target.
if exist "%LIB%" goto built
echo twostream: building... 1>&2
pushd "%HERE%"
rem What every Fiji has stands behind our own libraries, and install leaves it out.
set "PROFILE=-Pfiji"
call mvn -B -q -Dtwostream.target=target/launcher -Pfiji -Dspark.scope=test dependency:copy-dependencies -DincludeScope=provided "-DoutputDirectory=%PROVIDED%" > nul 2>&1
if errorlevel 1 (
	set "PROFILE="
	echo twostream: the libraries of BigDataViewer and N5 do not resolve, so this build has no reviewer=bdv and no remote volumes; delete %BUILT% to try again. 1>&2
)
call mvn -B -q -Dtwostream.target=target/launcher -DskipTests -Dformatter.skip -Dimpsort.skip %PROFILE% process-classes jar:jar dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%LIB%" 1>&2
if errorlevel 1 (
	popd
	echo TwoStream: FAILED: the build failed, see above. 1>&2
	exit /b 1
)
popd
:built

rem Only a reviewer with a window needs a display.
set "HEADLESS=true"
if "%~1"=="review" set "HEADLESS=false"
echo %* | findstr /c:"reviewer=page" /c:"reviewer=planes" /c:"reviewer=bdv" > nul && set "HEADLESS=false"
echo %* | findstr /c:"reviewer=oracle" > nul && set "HEADLESS=true"

rem What install puts into a Fiji: the jar with the classes.
set "JAR="
for /f "delims=" %%j in ('dir /b /o-d "%BUILT%\TwoStream_-*.jar" 2^>nul ^| findstr /v /c:"-sources.jar" /c:"-tests.jar" /c:"-javadoc.jar"') do if not defined JAR set "JAR=%BUILT%\%%j"

set "THP_MEM_ALLOC_ENABLE=1"
"%JAVA%" -XX:MaxRAMPercentage=50 -XX:+UseParallelGC -Djava.awt.headless=%HEADLESS% -Dtwostream.terminal=true "-Dtwostream.jar=%JAR%" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn %TWOSTREAM_JAVA_OPTS% -cp "%BUILT%\classes;%LIB%\*;%PROVIDED%\*" org.twostream.command.Shell %*
exit /b %ERRORLEVEL%
