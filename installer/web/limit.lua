-- Limits how fast one address may read pages: a burst of `burst` requests, then `rate` a second. lighttpd runs in one
-- process, so one table sees everything. (The database limits what is written.)
local rate, burst, most = 10, 200, 20000

local address = lighty.r.req_attr["request.remote-addr"] or ""
-- One household has a whole /64 of IPv6.
local key = address:find(":", 1, true) and table.concat({address:match("^(%x*:?%x*:?%x*:?%x*)")}) or address
local now = os.time()

local state = _G.accueil_limit
if not state or state.count > most then
    state = {count = 0, buckets = {}}
    _G.accueil_limit = state
end
local bucket = state.buckets[key]
if not bucket then
    bucket = {left = burst, at = now}
    state.buckets[key] = bucket
    state.count = state.count + 1
end
bucket.left = math.min(burst, bucket.left + (now - bucket.at) * rate)
bucket.at = now
if bucket.left >= 1 then
    bucket.left = bucket.left - 1
    return 0
end

lighty.r.resp_header["Content-Type"] = "text/plain; charset=utf-8"
lighty.r.resp_header["Cache-Control"] = "no-store"
lighty.r.resp_header["Retry-After"] = "10"
lighty.r.resp_body:set({
    "Un instant, s’il vous plaît : rechargez cette page dans dix secondes.\n",
    "Een ogenblik, alstublieft: laad deze pagina over tien seconden opnieuw.\n",
    "Einen Moment, bitte: laden Sie diese Seite in zehn Sekunden neu.\n",
    "One moment, please: reload this page in ten seconds.\n"})
return 429
