@echo off
rem Starts VPP Workbench with the first JDK 25 or later it finds.
rem Order: VPP_JAVA_HOME, JAVA_HOME, java on PATH, the usual JVM folders.
setlocal EnableExtensions DisableDelayedExpansion

set "REQUIRED=25"
set "VPP_JAVA="
set "VPP_HOME=%~dp0.."

if defined VPP_JAVA_HOME call :try "%VPP_JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\BellSoft\*"
  "%USERPROFILE%\.sdkman\candidates\java\*"
) do call :try "%%~D\bin\java.exe"

if not defined VPP_JAVA (
  echo VPP Workbench needs a Java runtime of version %REQUIRED% or later and found none.>&2
  echo Install one of these, or point VPP_JAVA_HOME to one that is already there:>&2
  echo   Eclipse Temurin %REQUIRED%  https://adoptium.net>&2
  echo   winget install EclipseAdoptium.Temurin.%REQUIRED%.JDK>&2
  exit /b 1
)

"%VPP_JAVA%" --enable-native-access=ALL-UNNAMED %VPP_JAVA_OPTS% -classpath "%VPP_HOME%\lib\*" org.vppworkbench.app.Launcher %*
exit /b %ERRORLEVEL%

rem Takes the given java.exe if none is taken yet and it is new enough.
:try
if defined VPP_JAVA exit /b 0
if not exist "%~1" exit /b 0
set "VPP_MAJOR="
for /f "tokens=2 delims==" %%V in ('""%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do set "VPP_MAJOR=%%V"
if not defined VPP_MAJOR exit /b 0
set "VPP_MAJOR=%VPP_MAJOR: =%"
rem "1.8" is older than any version this program could use.
for /f "tokens=1 delims=." %%M in ("%VPP_MAJOR%") do set "VPP_MAJOR=%%M"
if %VPP_MAJOR% GEQ %REQUIRED% set "VPP_JAVA=%~1"
exit /b 0
