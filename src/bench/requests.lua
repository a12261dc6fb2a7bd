-- wrk … -s requests.lua URL -- METHOD PATH BODY HEADERS FIRST LAST
-- The accounts FIRST to LAST take turns: {n} is the number of an account, {id} an id of its own. Headers are separated by |.

local requests, turn = {}, 0

function init(args)
  local method, path, body, headers = args[1], args[2], args[3], args[4]
  for n = tonumber(args[5]), tonumber(args[6]) do
    local function own(text)
      return (text:gsub("{n}", n):gsub("{id}", string.format("00000000-0000-4000-8000-%012d", n)))
    end
    local all = {}
    for name, value in headers:gmatch("([^:|]+): *([^|]*)") do all[name] = own(value) end
    if body ~= "" then all["Content-Type"] = all["Content-Type"] or "application/json" end
    requests[#requests + 1] = wrk.format(method, own(path), all, body ~= "" and own(body) or nil)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("result %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), latency.max, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
