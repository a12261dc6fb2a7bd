-- What wrk sends: wrk -s requests.lua http://localhost:8080 -- measurements
-- The accounts of seed.sql take turns; the name of an account is also its token.

local json = { ["Content-Type"] = "application/json" }
local last_day = os.date("!%Y-%m-%d", os.time() - 86400)
local account = 0

local function as_account(headers)
  account = account % 50 + 1
  local all = { ["Authorization"] = "Bearer bench-" .. account }
  for name, value in pairs(headers or {}) do all[name] = value end
  return all
end

local requests = {
  ["measurements"] = function()
    return wrk.format("GET", "/api/v1/measurements?limit=20", as_account())
  end,
  ["summary"] = function()
    return wrk.format("GET", "/api/v1/measurements/summary?on=" .. last_day, as_account())
  end,
  ["check-in"] = function()
    return wrk.format("POST", "/api/v1/check-ins", as_account(json), [[{"localDate": "]] .. last_day .. [[", "values": [
      {"metric": "weight", "value": 81.4, "unit": "kg"}, {"metric": "body-fat", "value": 22.5},
      {"metric": "waist", "value": 34.6, "unit": "in"}, {"metric": "resting-heart-rate", "value": 55},
      {"metric": "systolic", "value": 118}, {"metric": "diastolic", "value": 76},
      {"metric": "sleep-duration", "value": 7.5}, {"metric": "mood", "value": 8}]}]])
  end,
  ["workouts"] = function()
    return wrk.format("GET", "/api/v1/workouts?limit=20", as_account())
  end,
  ["sign-in"] = function()
    account = account % 50 + 1
    return wrk.format("POST", "/api/v1/auth/sign-in", json,
      '{"name": "bench-' .. account .. '", "password": "three years of data"}')
  end,
  ["page"] = function() return wrk.format("GET", "/measurements/") end,
  ["ready"] = function() return wrk.format("GET", "/health/ready") end,
}

function init(args)
  request = requests[args[1]]
end

function done(summary, latency, _)
  local errors = summary.errors
  print(string.format("result %d %d %d %d %d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
