"""org.freedesktop.Notifications on a screen's own bus: prints what a desktop would show, a line of JSON each."""
import json
import sys

from gi.repository import Gio, GLib

INTERFACE = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
 <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
 <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
 <arg type="s" direction="out"/></method></interface></node>''').interfaces[0]
shown = 0


def say(**what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def called(bus, sender, path, interface, method, arguments, answer):
    global shown
    if method == 'Notify':
        shown += 1
        say(notify=shown, title=arguments[3], text=arguments[4])
        answer.return_value(GLib.Variant('(u)', (shown,)))
    elif method == 'CloseNotification':
        say(close=arguments[0])
        answer.return_value(None)
    elif method == 'GetCapabilities':
        answer.return_value(GLib.Variant('(as)', (['body'],)))
    else:
        answer.return_value(GLib.Variant('(ssss)', ('test', 'Accueil', '1', '1.2')))


def main():
    Gio.bus_own_name(Gio.BusType.SESSION, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE,
                     lambda bus, name: bus.register_object('/org/freedesktop/Notifications', INTERFACE, called, None, None),
                     lambda bus, name: say(ready=True), lambda bus, name: sys.exit('the name is taken'))
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
