#!/usr/bin/python3
"""
Walks pages of the built book with Orca and Firefox, by keys alone, and writes what is spoken to `.cache/ears/NAME.txt`:
each key in brackets, and behind it what is heard.

Run by hand on Debian, with the system's own Python (Orca's), once `npm run build` has been:

    apt-get install orca at-spi2-core dbus-x11 xvfb xauth xdotool firefox-esr
    /usr/bin/python3 tests/ears/walk.py [NAME …]

Nothing is seen or sounds: it has a display, a session bus and a home of its own, and Orca's speech is taken from Orca
itself. Where Orca is absent it says so and does nothing. WALKS are the pages and what is done there.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PORT = int(os.environ.get('BOOK_PORT', '4890'))
NEEDED = ['orca', 'xvfb-run', 'dbus-run-session', 'xdotool', 'firefox-esr']

# Each step is a key, with how often it is pressed at most, and what it is pressed until; or `type` TEXT, `wait` SECONDS.
# What is done is walked apart from what is read. Where Tab has not brought Orca's focus mode, `focus` does.
READ = [('ctrl+Home',), ('Down', 900)]
PREDICT = [('ctrl+Home',), ('Tab', 60, 'entry'), ('focus',), ('type', '70'), ('Return',), ('wait', 4)]
HANDLE = [('Tab', 9, 'vertical slider'), ('focus',), ('Up', 3), ('wait', 3)]
PLAY = [('Tab', 20, 'Play button'), ('Return',), ('Tab', 20, 'Moment'), ('wait', 8), ('Left', 2), ('wait', 2)]
SET = [('Tab', 20, 'spin'), ('focus',), ('Up', 2), ('wait', 3), ('type', '8'), ('Return',), ('wait', 4)]
WHO = [('ctrl+Home',), ('Tab', 20, 'Your name'), ('focus',), ('type', 'Ada'), ('Tab',), ('type', '7'), ('Return',), ('wait', 5)]
ANSWER = [('Tab', 12, 'entry|spin'), ('focus',), ('type', '12'), ('Return',), ('wait', 4)]
WALKS = {
    'two-districts': ('/lessons/two-districts/', READ),
    'two-districts-done': ('/lessons/two-districts/', [*PREDICT, *HANDLE, *PLAY, *SET]),
    'latency-and-throughput': ('/lessons/latency-and-throughput/', READ),
    'latency-and-throughput-done': ('/lessons/latency-and-throughput/', [*PREDICT, *PLAY, *SET]),
    'set': ('/assignments/the-night-shift/', [*WHO, *READ]),
    'set-done': ('/assignments/the-night-shift/', [*WHO, *ANSWER, ('Tab', 60)]),
}

# Orca, with what it would give to a synthesizer written to a file instead, a line each. Its own command looks for another
# one that runs, for another user of this machine maybe.
TAPPED = """
import sys
from orca import debugging_tools_manager, script_manager, settings_manager, speech
heard = open(sys.argv[1], 'a', buffering=1)
def tell(text, *_, **__):
    if text.strip():
        heard.write(' '.join(text.split()) + '\\n')
speech._speak = speech.speak_character = tell
speech.speak_key_event = lambda *_: None
settings_manager.get_manager().activate(None, {})
from orca import orca
orca.main()
"""
PREFERENCES = """
user_pref("accessibility.force_disabled", -1);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""


def written(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


class Ears:
    """What Orca has said, as it comes."""

    def __init__(self, path):
        self.file = open(written(path, ''), encoding='utf-8')
        self.last = ''

    def hear(self, most=1.5, quiet=0.3):
        """What is said from now on, until it is quiet: the words come after the key, or not at all."""
        said, end, since = [], time.time() + most, None
        while time.time() < end and (since is None or time.time() < since + quiet):
            line = self.file.readline()
            if line:
                said.append(line.strip())
                since, end = time.time(), max(end, time.time() + quiet)
            else:
                time.sleep(0.02)
        return ' | '.join(said)


def press(key):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)


def walk(steps, ears, log):
    """Does the steps; a page's end is where the same is said three times, or nothing."""

    modes = ['Browse mode']

    def note(what, said):
        log.write(f'[{what}] {said}\n')
        log.flush()
        modes.extend(re.findall('Focus mode|Browse mode', said))
        return said

    for key, *how in steps:
        if key == 'type':
            time.sleep(1)
            subprocess.run(['xdotool', 'type', '--delay', '60', how[0]], check=True)
            note(f'type {how[0]}', ears.hear())
        elif key == 'focus':
            if modes[-1] != 'Focus mode':
                press('Insert+a')
                note(key, ears.hear())
        elif key == 'wait':
            note(f'wait {how[0]}', ears.hear(how[0], how[0]))
        else:
            times, words = (how + [None])[:2] if how else (1, None)
            before = []
            for _ in range(times):
                press(key)
                said = note(key, ears.hear(3 if key in ('Return', 'space') else 1.5))
                before = [*before[-3:], said]
                if words and re.search(words, said):
                    break
                if times > 1 and len(before) == 4 and len(set(before)) == 1:
                    break


def inside(name):
    """With a display and a bus: starts what speaks and what is read, and walks."""
    home = os.environ['HOME']
    ears = Ears(f'{home}/heard')
    written(f'{home}/profile/user.js', PREFERENCES)
    for key, value in [('interface', 'toolkit-accessibility'), ('a11y.applications', 'screen-reader-enabled')]:
        subprocess.run(['gsettings', 'set', f'org.gnome.desktop.{key}', value, 'true'], check=False)
    path, steps = WALKS.get(name, (name, READ))
    address = f'http://localhost:{PORT}{path}'
    subprocess.Popen(['node', f'{ROOT}/scripts/serve.mjs', f'{ROOT}/dist', '/', str(PORT)])
    subprocess.Popen([sys.executable, '-c', TAPPED, f'{home}/heard'])
    ears.hear(20)
    subprocess.Popen(['firefox-esr', '--profile', f'{home}/profile', '--kiosk', address])
    find = ['xdotool', 'search', '--sync', '--onlyvisible', '--class', 'firefox', 'windowfocus']
    with open(written(f'{ROOT}/.cache/ears/{name.strip("/").replace("/", "-")}.txt', ''), 'w', encoding='utf-8') as log:
        subprocess.run(find, check=True)
        log.write(f'[{address}] {ears.hear(40, 3)}\n')
        walk(steps, ears, log)


def session(name):
    """A walk in a display, on a bus and with a home of its own; all of it ends with this process, however it ends."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.mkdir(f'{home}/run', 0o700)
        apart = {'HOME': home, 'EARS_HOME': home, 'XDG_RUNTIME_DIR': f'{home}/run', 'XDG_SESSION_TYPE': 'x11'}
        kept = {key: value for key, value in os.environ.items() if not key.startswith(('XDG_', 'WAYLAND', 'DBUS'))}
        screen = ['xvfb-run', '-a', '-s', '-screen 0 1280x1000x24']
        command = [*screen, 'dbus-run-session', '--', sys.executable, __file__, name]
        quiet = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
        walking = subprocess.Popen(command, env={**kept, **apart}, start_new_session=True, **quiet)
        try:
            walking.wait()
        finally:
            os.killpg(walking.pid, signal.SIGKILL)


def main(names):
    if 'EARS_HOME' in os.environ:
        return inside(names[0])
    missing = [one for one in NEEDED if shutil.which(one) is None]
    if missing:
        return print(f'Nothing is walked: {", ".join(missing)} is not here.')
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    for name in names or WALKS:
        session(name)


main(sys.argv[1:])
